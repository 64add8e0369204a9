/** How the facts of the strategy's countries and instruments are read. */
@NullMarked
package org.passerelle.partner.internal;

import org.jspecify.annotations.NullMarked;
