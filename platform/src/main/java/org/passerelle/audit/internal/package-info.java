/** Writing and verifying the chain. */
@NullMarked
package org.passerelle.audit.internal;

import org.jspecify.annotations.NullMarked;
