/**
 * Figures for everybody: counts of persons, protected and attacked by the engine {@code
 * disclosure}, asked for by one programme manager and approved by another, and never changed
 * afterwards.
 */
@NamedInterface("release")
@NullMarked
package org.passerelle.steer.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
