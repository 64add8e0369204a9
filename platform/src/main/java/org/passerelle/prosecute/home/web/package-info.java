/** Pages. */
@NullMarked
package org.passerelle.prosecute.home.web;

import org.jspecify.annotations.NullMarked;
