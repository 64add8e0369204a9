/** Pages of the data protection officer on retention and erasure. */
@NullMarked
package org.passerelle.protect.safeguards.erasure.web;

import org.jspecify.annotations.NullMarked;
