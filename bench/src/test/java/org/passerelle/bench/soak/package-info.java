@NullMarked
package org.passerelle.bench.soak;

import org.jspecify.annotations.NullMarked;
