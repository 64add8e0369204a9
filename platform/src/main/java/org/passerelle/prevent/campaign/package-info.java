/**
 * Campaigns of the strategy: what they say to whom, the materials made for them with their rights,
 * what a country of origin needs to know, and whom they reached by which source. Reach is never
 * shown as effect (decision 0190).
 */
@NamedInterface("campaign")
@NullMarked
package org.passerelle.prevent.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
