/**
 * Networks: who is tied to whom, as statements with their sources, dates and gradings; drawn,
 * measured and changed by a team, with every change undoable. Victims stand here under pseudonyms.
 */
@NamedInterface("network")
@NullMarked
package org.passerelle.understand.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
