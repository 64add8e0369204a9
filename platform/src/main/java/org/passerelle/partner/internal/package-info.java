/** Reads the facts on countries and instruments from the register. */
@NullMarked
package org.passerelle.partner.internal;

import org.jspecify.annotations.NullMarked;
