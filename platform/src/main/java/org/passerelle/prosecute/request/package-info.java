/** Requests to authorities of other countries: European Investigation Orders, letters rogatory. */
@NamedInterface("request")
@NullMarked
package org.passerelle.prosecute.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
