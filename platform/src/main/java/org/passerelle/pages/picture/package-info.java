/** Photographs without metadata, and drawn codes. */
@NamedInterface("picture")
@NullMarked
package org.passerelle.pages.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
