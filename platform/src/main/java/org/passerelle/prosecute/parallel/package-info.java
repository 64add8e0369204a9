/**
 * The same suspect in two investigations: conflicts of jurisdiction, and whoever was finally judged
 * (ne bis in idem). Each side reads that there is another one and whom to call.
 */
@NamedInterface("parallel")
@NullMarked
package org.passerelle.prosecute.parallel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
