/** What courts ordered besides the sentence: confiscation, and compensation of victims. */
@NamedInterface("order")
@NullMarked
package org.passerelle.prosecute.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
