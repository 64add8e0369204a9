/** What the operator's log may say: what went wrong and where, and nothing that a person wrote. */
@NullMarked
package org.passerelle.logging;

import org.jspecify.annotations.NullMarked;
