/** Exact random noise, and the budget that is spent on it. */
@NullMarked
package org.passerelle.disclosure.noise;

import org.jspecify.annotations.NullMarked;
