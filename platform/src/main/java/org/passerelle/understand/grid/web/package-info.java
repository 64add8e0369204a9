/** Pages of the grids. */
@NullMarked
package org.passerelle.understand.grid.web;

import org.jspecify.annotations.NullMarked;
