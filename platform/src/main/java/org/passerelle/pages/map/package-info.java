/** Where countries, regions and towns lie on the maps. */
@NamedInterface("map")
@NullMarked
package org.passerelle.pages.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
