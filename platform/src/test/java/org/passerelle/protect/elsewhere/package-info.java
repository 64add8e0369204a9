/** Tests of whether a person is known elsewhere. */
@NullMarked
package org.passerelle.protect.elsewhere;

import org.jspecify.annotations.NullMarked;
