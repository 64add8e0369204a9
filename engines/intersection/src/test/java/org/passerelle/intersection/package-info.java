@NullMarked
package org.passerelle.intersection;

import org.jspecify.annotations.NullMarked;
