@NullMarked
package org.passerelle.intersection.curve;

import org.jspecify.annotations.NullMarked;
