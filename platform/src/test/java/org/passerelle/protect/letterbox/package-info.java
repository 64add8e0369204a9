/** Tests of letterboxes. */
@NullMarked
package org.passerelle.protect.letterbox;

import org.jspecify.annotations.NullMarked;
