/**
 * Places and populations at risk: a register without persons, with factors that name their source,
 * a level that somebody stated, and what is planned against it. A shelter has no address here
 * (decision 0185).
 */
@NamedInterface("place")
@NullMarked
package org.passerelle.prevent.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
