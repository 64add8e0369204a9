/** How far investigations lead, from suspicion to judgment, in protected figures. */
@NullMarked
package org.passerelle.prosecute.figures;

import org.jspecify.annotations.NullMarked;
