/** How the chain is written and checked. */
@NullMarked
package org.passerelle.audit.internal;

import org.jspecify.annotations.NullMarked;
