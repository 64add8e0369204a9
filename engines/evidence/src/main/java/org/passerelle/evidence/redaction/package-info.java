/** Makes parts of a page unreadable for good: what is below is gone, not covered. */
@NullMarked
package org.passerelle.evidence.redaction;

import org.jspecify.annotations.NullMarked;
