/** Layout, sealing and parsing of containers; not part of the public API. */
@NullMarked
package org.passerelle.evidence.internal;

import org.jspecify.annotations.NullMarked;
