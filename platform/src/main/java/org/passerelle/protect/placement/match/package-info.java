/**
 * Who waits for a place, with whom they belong, and which place fits; proposed by the engine,
 * decided by people.
 */
@NamedInterface("match")
@NullMarked
package org.passerelle.protect.placement.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
