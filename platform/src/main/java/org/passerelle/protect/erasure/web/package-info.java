/** Pages of the data protection officer on retention and erasure. */
@NullMarked
package org.passerelle.protect.erasure.web;

import org.jspecify.annotations.NullMarked;
