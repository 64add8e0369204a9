/**
 * Networks: ties between actors, as statements with sources, dates and gradings; drawn, measured
 * and changed by a team, with every change undoable. Victims appear under pseudonyms.
 */
@NamedInterface("network")
@NullMarked
package org.passerelle.understand.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
