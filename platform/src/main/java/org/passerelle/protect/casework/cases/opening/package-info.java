/** How a case is opened, by hand, from elsewhere, or many at once. */
@NamedInterface("cases-opening")
@NullMarked
package org.passerelle.protect.casework.cases.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
