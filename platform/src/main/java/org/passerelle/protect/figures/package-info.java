/**
 * Figures about the work, from coded columns only: no sealed answer is opened, and no small count
 * is shown or given back by a total.
 */
@NamedInterface("figures")
@NullMarked
package org.passerelle.protect.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
