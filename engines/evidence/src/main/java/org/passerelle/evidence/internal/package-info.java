/** How a container is laid out, sealed and taken apart again; nobody outside relies on it. */
@NullMarked
package org.passerelle.evidence.internal;

import org.jspecify.annotations.NullMarked;
