/** Pages of studies. */
@NamedInterface("estimation-web")
@NullMarked
package org.passerelle.understand.estimation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
