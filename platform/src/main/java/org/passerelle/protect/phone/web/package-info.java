/** The doors of phones, and the pages on which colleagues see which phones there are. */
@NullMarked
package org.passerelle.protect.phone.web;

import org.jspecify.annotations.NullMarked;
