/**
 * Channels by which partners (airlines, hotels, platforms, labour inspectorates, operators) report
 * to a triage team with a token, on a partnership of the register, and learn what became of it at
 * the level they may know (decision 0169).
 */
@NamedInterface("channel")
@NullMarked
package org.passerelle.prevent.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
