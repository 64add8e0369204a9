/** Charges by law: which article, against whom, on account of what was done to whom. */
@NamedInterface("charge")
@NullMarked
package org.passerelle.prosecute.charge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
