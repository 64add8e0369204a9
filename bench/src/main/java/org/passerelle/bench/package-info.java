/** Programs that produce every performance figure in the documentation. */
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
