/** How the register is stored and first filled. */
@NullMarked
package org.passerelle.register.internal;

import org.jspecify.annotations.NullMarked;
