@NullMarked
package org.passerelle.linkage.attack;

import org.jspecify.annotations.NullMarked;
