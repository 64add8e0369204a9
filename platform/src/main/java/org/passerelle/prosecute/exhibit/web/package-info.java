/** Pages. */
@NullMarked
package org.passerelle.prosecute.exhibit.web;

import org.jspecify.annotations.NullMarked;
