/** Every text a person sees, in every language of the house. */
@NullMarked
package org.passerelle.language;

import org.jspecify.annotations.NullMarked;
