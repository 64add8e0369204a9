/** Records made anonymous by recoding. */
@NullMarked
package org.passerelle.disclosure.anonymity;

import org.jspecify.annotations.NullMarked;
