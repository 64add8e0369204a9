/** A linked network before and after arrests and convictions, by the measures of its engine. */
@NamedInterface("dismantling")
@NullMarked
package org.passerelle.prosecute.dismantling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
