/** Storage and initial content of the register. */
@NullMarked
package org.passerelle.register.internal;

import org.jspecify.annotations.NullMarked;
