/** Chain of custody of exhibits, each hand-over signed by giver and taker. */
@NullMarked
package org.passerelle.evidence.custody;

import org.jspecify.annotations.NullMarked;
