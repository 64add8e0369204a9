/** A demonstration for developers that shows changes of a template or text at once. */
@NullMarked
package org.passerelle.develop;

import org.jspecify.annotations.NullMarked;
