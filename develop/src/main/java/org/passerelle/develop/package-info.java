/** A demonstration that shows a changed template or string at once, for whoever works on it. */
@NullMarked
package org.passerelle.develop;

import org.jspecify.annotations.NullMarked;
