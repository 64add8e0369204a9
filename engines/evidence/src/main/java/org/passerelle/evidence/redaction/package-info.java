/** Makes parts of a page permanently unreadable: what is below is removed, not covered. */
@NullMarked
package org.passerelle.evidence.redaction;

import org.jspecify.annotations.NullMarked;
