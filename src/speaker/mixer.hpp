// The volume controls of a sound card. After startup they may be at any level.
#pragma once

namespace speaker {

// Sets a sound card to a level that is soft for most headphones, and mutes speakers and all
// else that is not headphones. Not every card has controls; without them nothing happens.
void set_mixer(int card_index, bool is_usb);

} // namespace speaker
