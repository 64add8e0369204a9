/** Which figures can be published so that nobody can be re-identified? */
@NullMarked
package org.passerelle.disclosure;

import org.jspecify.annotations.NullMarked;
