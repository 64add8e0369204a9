/** Who held an exhibit, hand-over by hand-over, each signed by who gave and who took it. */
@NullMarked
package org.passerelle.evidence.custody;

import org.jspecify.annotations.NullMarked;
