/**
 * Requests for places, ties between persons, and the matching of places: proposed by the engine,
 * decided by people.
 */
@NamedInterface("match")
@NullMarked
package org.passerelle.protect.casework.placement.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
